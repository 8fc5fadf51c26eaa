/**
 * The PID and the YAML files, read into immutable records; the key table is the one source of
 * defaults.
 */
package org.opennms.plugins.trunkline.config;
