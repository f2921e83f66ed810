/**
 * The list of certificates, its filters, orders and tiles, and the page of one
 * certificate.
 */
@NullMarked
@ApplicationModule(displayName = "List", allowedDependencies = { "audit", "certificate", "inventory", "pki", "web" })
package dev.certdeck.list;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
