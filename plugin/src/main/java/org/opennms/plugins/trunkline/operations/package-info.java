/**
 * What an operator can ask of Trunkline: the services behind the shell and REST. Interfaces and
 * records only; the parts implement them.
 */
package org.opennms.plugins.trunkline.operations;
