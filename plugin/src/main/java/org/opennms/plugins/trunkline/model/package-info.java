/** The words that all parts share: immutable records without behaviour that needs a service. */
package org.opennms.plugins.trunkline.model;
