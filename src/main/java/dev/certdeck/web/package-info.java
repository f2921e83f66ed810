/**
 * What all pages share: the layout's model, times, paging links and error pages.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {})
package dev.certdeck.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
