/**
 * The operator's commands in Karaf's shell: nothing but translation between a terminal and the
 * operations. Every service is optional, so that one that is missing hides no command; a command
 * that cannot do its work throws, so that scripts see it by the exit code.
 */
package org.opennms.plugins.trunkline.shell;
