/** REST: nothing but translation between HTTP and the operations. */
package org.opennms.plugins.trunkline.rest;
