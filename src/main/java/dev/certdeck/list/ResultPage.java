package dev.certdeck.list;

import java.util.List;

import dev.certdeck.inventory.Entry;

/**
 * One page of the certificates that a query found.
 *
 * @param entries the certificates of this page
 * @param total how many were found on all pages
 * @param page the page's number, from 1
 * @param pages how many pages there are, at least 1
 */
record ResultPage(List<Entry> entries, int total, int page, int pages) {

}
