/** The plugins' health checks. */
package org.opennms.plugins.trunkline.sandbox.host.health;
