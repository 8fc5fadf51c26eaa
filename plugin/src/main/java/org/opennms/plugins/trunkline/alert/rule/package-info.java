/** The rules of {@code alerts.yaml}: what is a problem, where, when and how bad. */
package org.opennms.plugins.trunkline.alert.rule;
