/**
 * Key pairs: what a key is, whether it is whole, and proving that a private and a public
 * half belong together.
 */
@NullMarked
package dev.certdeck.upload.key;

import org.jspecify.annotations.NullMarked;
