/** What passes the monitored interfaces: measured, summed up, handed on. */
package org.opennms.plugins.trunkline.traffic;
