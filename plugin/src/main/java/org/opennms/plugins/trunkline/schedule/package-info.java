/** What runs by itself: jobs, when they are due, and how they went. */
package org.opennms.plugins.trunkline.schedule;
