/** Durable state: an H2 file by default, PostgreSQL by one setting. */
package org.opennms.plugins.trunkline.sandbox.host.storage;
