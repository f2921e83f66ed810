/**
 * The dashboard on its sandbox in a real browser.
 */
@NullMarked
package dev.certdeck.browser;

import org.jspecify.annotations.NullMarked;
