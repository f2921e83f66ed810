/**
 * The HTTP edge: forwarded headers, request ids and logs, requests that the server
 * refuses, static files, escapes in what is written, and whether the pages can be
 * reached.
 */
@NullMarked
@ApplicationModule(displayName = "HTTP", allowedDependencies = {})
package dev.certdeck.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
