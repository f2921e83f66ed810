/**
 * Certdeck: the application and what all rooms share.
 */
@NullMarked
package dev.certdeck;

import org.jspecify.annotations.NullMarked;
