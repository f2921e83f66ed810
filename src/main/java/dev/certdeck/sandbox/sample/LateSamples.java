package dev.certdeck.sandbox.sample;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.Service;
import dev.certdeck.sandbox.cloud.Status;

/**
 * The certificates that came with API 3.0: its further statuses, products of the cloud
 * that API 2.0 does not ask, and certificates of a further algorithm, which the cloud's
 * own search passes over. They come last, so that the order of the others stays.
 */
final class LateSamples {

	private LateSamples() {
	}

	static List<Sample> all() {
		return Stream.of(statuses(), deployments(), algorithms()).flatMap(List::stream).toList();
	}

	private static List<Sample> statuses() {
		Duration weeks = Duration.ofDays(17);
		return List.of(
				Sample.issued(Products.TRUSTASIA_DV_MULTI, 74, "reissue.example.com")
					.status(Status.REISSUING)
					.alias("Reissue under way"),
				Sample.issued(Products.SECURESITE_OV, 91, "letter.example.com")
					.status(Status.REVOCATION_LETTER_MISSING)
					.alias("Revocation waits for a letter"),
				Sample.ordered(Products.TRUSTASIA_FREE, Status.FREE_MATERIALS_MISSING, weeks, "unfinished.example.com")
					.alias("Materials missing"),
				Sample.ordered(Products.WOTRUS_DV, Status.REFUNDED, weeks, "refunded.example.com").alias("Refunded"),
				Sample.issued(Products.DNSPOD_DV, 66, "migrating.example.com")
					.status(Status.MIGRATING)
					.alias("On the move"));
	}

	private static List<Sample> deployments() {
		return List.of(uploaded(108, "bucket.example.com", "Download bucket").deployedOn(Service.COS),
				uploaded(84, "edge.example.com", "Edge sites").deployedOn(Service.TEO),
				uploaded(56, "shield.example.com", "Behind the firewall").uses(Use.CLB)
					.deployedOn(Service.WAF, Service.DDOS),
				uploaded(131, "stage.example.com", "Live and on demand").uses(Use.CDN)
					.deployedOn(Service.LIVE, Service.VOD),
				uploaded(77, "apps.example.com", "Clusters and functions").deployedOn(Service.TKE, Service.APIGATEWAY,
						Service.TCB, Service.TSE, Service.SCF),
				uploaded(49, "queue.example.com", "Message queues").deployedOn(Service.TDMQ, Service.MQTT,
						Service.GAAP));
	}

	private static List<Sample> algorithms() {
		return List.of(uploaded(63, "dual.example.com", "RSA beside ECC").uses(Use.CLB),
				uploaded(63, "ecc.dual.example.com", "ECC beside RSA").uses(Use.CLB_FURTHER),
				uploaded(92, "sni.example.com", "RSA beside ECC, by server name").uses(Use.CLB_SNI),
				uploaded(92, "ecc.sni.example.com", "ECC beside RSA, by server name").uses(Use.CLB_FURTHER));
	}

	private static Sample uploaded(int daysLeft, String host, String alias) {
		return Sample.issued(Products.LETS_ENCRYPT, daysLeft, host).alias(alias);
	}

}
