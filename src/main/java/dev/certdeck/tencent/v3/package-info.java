/**
 * The adapter to Tencent's API 3.0: the certificates of {@code ssl} (2019-12-05) with the
 * resources that use them, the listeners of {@code clb}, and the load balancers of bare
 * metal of {@code bmlb}.
 */
@NullMarked
package dev.certdeck.tencent.v3;

import org.jspecify.annotations.NullMarked;
