/** The only package that touches the host's Integration API; adapters behind our own ports. */
package org.opennms.plugins.trunkline.host;
