/**
 * Tencent's API 2.0: requests, signatures, answers and their quirks.
 */
@NullMarked
package dev.certdeck.sandbox.v2;

import org.jspecify.annotations.NullMarked;
