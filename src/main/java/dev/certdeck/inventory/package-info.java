/**
 * The snapshot of all certificates with their usage, its refresh, the list page and the
 * page of one certificate.
 */
@NullMarked
@ApplicationModule(displayName = "Inventory", allowedDependencies = { "audit", "certificate", "pki", "web" })
package dev.certdeck.inventory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
