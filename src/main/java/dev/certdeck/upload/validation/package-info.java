/**
 * The verdict on an upload before anything is sent: problems, warnings and notes by rules
 * that ask nobody.
 */
@NullMarked
package dev.certdeck.upload.validation;

import org.jspecify.annotations.NullMarked;
