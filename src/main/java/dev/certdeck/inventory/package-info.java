/**
 * The snapshot of all certificates with what uses them, its refresh and its changes.
 */
@NullMarked
@ApplicationModule(displayName = "Inventory", allowedDependencies = "certificate")
package dev.certdeck.inventory;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
