/** Karaf commands of scope {@code sandbox}: look into the host, act as its operator, break it. */
package org.opennms.plugins.trunkline.sandbox.host.shell;
