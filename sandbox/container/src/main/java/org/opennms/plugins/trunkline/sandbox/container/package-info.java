/**
 * A real Apache Karaf in its own process, driven the way an operator drives it: files, SSH and
 * HTTP.
 *
 * <p>The container tests and the demo use it with either Karaf line that Trunkline supports.
 * Nothing in here is part of what operators install.
 */
package org.opennms.plugins.trunkline.sandbox.container;
