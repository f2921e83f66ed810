package dev.certdeck;

import org.springframework.test.context.TestPropertySource;

/**
 * Odd rows and chains on API 3.0.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v3", "certdeck.sandbox.odd-rows=true" })
class OddRowsV3PathTests extends OddRowsWalk {

}
