/**
 * What all pages share: the layout's model, texts, paging links and error pages.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = "certificate")
package dev.certdeck.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
