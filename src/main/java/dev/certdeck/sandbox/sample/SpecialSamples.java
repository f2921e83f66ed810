package dev.certdeck.sandbox.sample;

import java.net.IDN;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.Product;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;

/**
 * The certificates that are special cases for a dashboard.
 */
final class SpecialSamples {

	private static final int UNKNOWN_STATUS = 42;

	private static final int MANY_NAMES = 100;

	private static final Project SHOP = new Project(1003251, "电商平台", "线上商城与支付");

	private static final Project PLATFORM = new Project(1003377, "Platform", "Shared services");

	private SpecialSamples() {
	}

	static List<Sample> all() {
		return Stream.of(bound(), names(), aliases(), ages(), orders(), ends(), authorities())
			.flatMap(List::stream)
			.toList();
	}

	private static List<Sample> bound() {
		return List.of(
				Sample.issued(Products.SECURESITE_OV_WILDCARD, 143, "*.example.com", "example.com")
					.alias("Storefront wildcard")
					.project(SHOP)
					.uses(Use.CLB, Use.CDN, Use.BM),
				Sample.issued(Products.GEOTRUST_OV, 61, "pay.example.cn", "pay2.example.cn")
					.alias("支付网关")
					.project(SHOP)
					.uses(Use.CLB, Use.BM),
				Sample.issued(Products.LETS_ENCRYPT, 204, "static.example.com").alias("Static assets").uses(Use.CDN),
				Sample.issued(Products.SECTIGO, 33, "metal.example.net").alias("Bare metal edge").uses(Use.BM),
				Sample.issued(Products.TRUSTASIA_FREE, -4, "old-checkout.example.com")
					.alias("Checkout before the move")
					.uses(Use.CLB),
				Sample.issued(Products.WOTRUS_DV, -40, "legacy.example.org").alias("Legacy portal").uses(Use.CDN));
	}

	private static List<Sample> names() {
		String chinese = IDN.toASCII("商店.example.cn");
		String german = IDN.toASCII("münchen.example.com");
		return List.of(
				Sample.issued(Products.TRUSTASIA_DV_WILDCARD, 88, "*.shop.example.cn", "shop.example.cn")
					.alias("Shop wildcard")
					.project(SHOP),
				Sample.issued(Products.TRUSTASIA_FREE, 52, chinese, "www." + chinese).alias("网上商店").project(SHOP),
				Sample.issued(Products.DNSPOD_DV, 167, german, "www." + german).alias("Office München"),
				Sample.issued(Products.SECURESITE_OV, 118, tenants()).alias("Tenant hosts").uses(Use.CLB),
				Sample
					.issued(Products.TRUSTASIA_FREE_2017, 201,
							"a.very.long.chain.of.labels.for.one.host.name.in.operations.example.org")
					.alias("Longest host name"));
	}

	private static String[] tenants() {
		return IntStream.rangeClosed(1, MANY_NAMES)
			.mapToObj((number) -> "tenant-%03d.example.net".formatted(number))
			.toArray(String[]::new);
	}

	private static List<Sample> aliases() {
		return List.of(Sample.issued(Products.TRUSTASIA_FREE, 70, "no-alias.example.com"),
				Sample.issued(Products.LETS_ENCRYPT, 95, "markup.example.com")
					.alias("<b>Intranet</b> & <script>alert('certdeck')</script>"),
				Sample.issued(Products.LETS_ENCRYPT, 150, "formula.example.com")
					.alias("=HYPERLINK(\"https://example.com\",\"Payroll\")"));
	}

	private static List<Sample> ages() {
		return List.of(
				Sample.ordered(Products.TRUSTASIA_FREE, Status.VERIFYING, Duration.ofMinutes(30), "new.example.com")
					.alias("Applied for just now"),
				Sample.ordered(Products.TRUSTASIA_FREE, Status.VERIFYING, Duration.ofHours(2), "waiting.example.com")
					.alias("Waiting for validation"),
				Sample.ordered(Products.TRUSTASIA_FREE, Status.DNS_RECORD_ADDED, Duration.ofMinutes(20),
						"dns-new.example.com"),
				Sample
					.ordered(Products.TRUSTASIA_FREE, Status.DNS_RECORD_ADDED, Duration.ofHours(5),
							"dns-old.example.com")
					.alias("DNS record added"));
	}

	private static List<Sample> orders() {
		Duration days = Duration.ofDays(6);
		Duration weeks = Duration.ofDays(23);
		return List.of(
				Sample.ordered(Products.TRUSTASIA_FREE, Status.FAILED, days, "typo.example.com")
					.alias("Validation failed"),
				Sample.ordered(Products.GLOBALSIGN_OV, Status.FAILED, weeks, "partner.example.org")
					.alias("Partner portal"),
				Sample.ordered(Products.SECURESITE_OV, Status.VERIFYING, days, "invest.example.com")
					.alias("Investor relations"),
				Sample.ordered(Products.WOTRUS_DV, Status.DNS_RECORD_ADDED, days, "survey.example.net"),
				Sample.ordered(Products.SECURESITE_EV_PRO, Status.MATERIALS_MISSING, weeks, "bank.example.com")
					.alias("Online banking"),
				Sample.ordered(Products.GEOTRUST_OV, Status.CANCELLING, weeks, "campaign.example.com")
					.alias("Spring campaign"),
				Sample.ordered(Products.DNSPOD_DV, Status.CANCELLED, Duration.ofDays(65), "campaign-2.example.com"),
				Sample.ordered(Products.TRUSTASIA_FREE, Status.CANCELLED, weeks, "beta.example.com")
					.alias("Beta programme"),
				Sample.ordered(Products.SECURESITE_EV_PRO, Status.LETTER_MISSING, weeks, "board.example.com")
					.alias("Board portal"),
				Sample.issued(Products.GLOBALSIGN_OV, 121, "leak.example.com")
					.status(Status.REVOKING)
					.alias("Key leaked, being revoked"),
				Sample.issued(Products.TRUSTASIA_FREE, 44, "revoked.example.com")
					.status(Status.REVOKED)
					.alias("Revoked"),
				Sample.issued(Products.SECURESITE_OV, 230, "revoked.example.org")
					.status(Status.REVOKED)
					.project(PLATFORM),
				Sample.issued(Products.GEOTRUST_OV, 240, "unknown.example.com")
					.status(UNKNOWN_STATUS)
					.alias("Status of tomorrow"),
				Sample.issued(Products.TRUSTASIA_FREE, 31, "unknown.example.net").status(UNKNOWN_STATUS));
	}

	private static List<Sample> ends() {
		return List.of(Sample.issued(Products.TRUSTASIA_FREE, 0, "today.example.com").alias("Ends today"),
				Sample.issued(Products.TRUSTASIA_DV_MULTI, 2, "orders.example.com", "orders-api.example.com")
					.alias("Orders")
					.uses(Use.CLB),
				Sample.issued(Products.LETS_ENCRYPT, 5, "mail.example.com", "smtp.example.com", "imap.example.com")
					.alias("Mail")
					.months(3),
				Sample.issued(Products.SECURESITE_OV, 19, "careers.example.com").alias("Careers").uses(Use.CDN),
				Sample.issued(Products.SECTIGO, 27, "git.example.com").alias("Git"),
				Sample.issued(Products.TRUSTASIA_FREE, -1, "preview.example.com").alias("Preview"),
				Sample.issued(Products.SECURESITE_OV, -75, "shareholders.example.com").alias("Shareholders 2025"),
				Sample.issued(Products.LETS_ENCRYPT, -300, "archive.example.org").alias("Archive"),
				Sample.issued(Product.upload("Example Corp Internal CA"), 5200, "vault.internal.example")
					.alias("Internal vault, until after 2038")
					.months(240)
					.project(PLATFORM));
	}

	private static List<Sample> authorities() {
		return List.of(
				Sample.issued(Products.EXAMPLE_CORP, 1800, "Example Corp Device CA G2")
					.clientAuthority()
					.months(120)
					.alias("Handheld devices")
					.uses(Use.CLB_CLIENTS),
				Sample.issued(Products.EXAMPLE_CORP, 9500, "Example Corp Partner CA")
					.clientAuthority()
					.months(360)
					.alias("Partners, until after 2050"),
				Sample.issued(Products.EXAMPLE_CORP, -12, "Example Corp Device CA G1")
					.clientAuthority()
					.months(60)
					.alias("Handheld devices, first generation"));
	}

}
