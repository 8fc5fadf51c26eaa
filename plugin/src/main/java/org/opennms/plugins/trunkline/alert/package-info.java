/** What is measured becomes alerts: one problem, one alarm in the host, cleared by itself. */
package org.opennms.plugins.trunkline.alert;
