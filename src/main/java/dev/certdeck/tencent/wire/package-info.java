/**
 * What the wire formats of both dialects have in common: tolerant fields, lists in pages,
 * times without a zone, and how all this becomes the domain's records.
 */
@NullMarked
package dev.certdeck.tencent.wire;

import org.jspecify.annotations.NullMarked;
