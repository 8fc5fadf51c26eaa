package org.opennms.plugins.trunkline.rest;

import java.util.List;

/**
 * JSON of one page of a listing.
 *
 * @param items in the order asked for
 * @param total how many the filter accepts, on all pages
 * @param next the cursor of the next page; null on the last
 */
record InterfacePage(List<InterfaceRow> items, int total, String next) {}
