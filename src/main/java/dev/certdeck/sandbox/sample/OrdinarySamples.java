package dev.certdeck.sandbox.sample;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import dev.certdeck.sandbox.cloud.Product;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Status;

/**
 * The ordinary certificates of a company, at random.
 */
final class OrdinarySamples {

	private static final List<String> SERVICES = List.of("www", "api", "checkout", "payments", "login", "cdn", "images",
			"media", "video", "search", "reports", "billing", "support", "docs", "status", "vpn", "wiki", "grafana",
			"registry", "gateway", "admin", "partners", "mobile", "push", "live", "chat", "forum", "blog", "events",
			"inventory");

	private static final List<String> SITES = List.of("example.com", "example.cn", "example.net", "example.org",
			"shop.example.com", "eu.example.com", "hk.example.com", "travel.example", "games.example",
			"staging.example.net");

	private static final List<Product> PAID = List.of(Products.SECURESITE_OV, Products.GEOTRUST_OV,
			Products.TRUSTASIA_DV_MULTI, Products.GLOBALSIGN_OV, Products.WOTRUS_DV, Products.DNSPOD_DV,
			Products.SECURESITE_EV_PRO);

	private static final List<Product> UPLOADED = List.of(Products.LETS_ENCRYPT, Products.SECTIGO,
			Product.upload("DigiCert Inc"), Product.upload("Google Trust Services"));

	private static final List<Project> PROJECTS = List.of(Project.DEFAULT, Project.DEFAULT,
			new Project(1003251, "电商平台", "线上商城与支付"), new Project(1003377, "Platform", "Shared services"),
			new Project(1003402, "Marketing", "Campaigns and landing pages"));

	private static final double EXPIRED = 0.1;

	private static final double UNFINISHED = 0.04;

	private final Random random;

	private final double boundShare;

	/**
	 * Creates the source of samples.
	 * @param seed the seed of the random numbers
	 * @param boundShare the share of certificates in use, between 0 and 1
	 */
	OrdinarySamples(long seed, double boundShare) {
		this.random = new Random(seed);
		this.boundShare = boundShare;
	}

	Sample make(int number) {
		String service = SERVICES.get(number % SERVICES.size());
		String site = SITES.get(number / SERVICES.size() % SITES.size());
		int generation = number / (SERVICES.size() * SITES.size());
		String host = service + ((generation > 0) ? "-" + generation : "") + "." + site;
		return begun(product(), host).alias(alias(service, site))
			.project(PROJECTS.get(this.random.nextInt(PROJECTS.size())));
	}

	private Product product() {
		double share = this.random.nextDouble();
		if (share < 0.45) {
			return Products.LETS_ENCRYPT;
		}
		return (share < 0.75) ? Products.TRUSTASIA_FREE : PAID.get(this.random.nextInt(PAID.size()));
	}

	private Sample begun(Product product, String host) {
		boolean free = product == Products.TRUSTASIA_FREE;
		boolean uploaded = product == Products.LETS_ENCRYPT;
		double fate = this.random.nextDouble();
		if (!uploaded && fate < UNFINISHED) {
			int status = free ? Status.FAILED : Status.CANCELLED;
			return Sample.ordered(product, status, Duration.ofHours(10 + this.random.nextInt(2000)), host);
		}
		int months = (free || this.random.nextInt(3) == 0) ? 3 : 12;
		boolean expired = fate > 1 - EXPIRED;
		int daysLeft = expired ? -2 - this.random.nextInt(200) : 3 + this.random.nextInt(months * 30 - 8);
		String[] names = names(host);
		Product issued = uploaded ? UPLOADED.get(this.random.nextInt(UPLOADED.size())) : product;
		Sample sample = Sample.issued(issued, daysLeft, names).months(months);
		return expired ? sample : sample.uses(uses());
	}

	private String[] names(String host) {
		if (host.startsWith("www.")) {
			return new String[] { host, host.substring(4) };
		}
		return (this.random.nextInt(4) == 0) ? new String[] { host, "www." + host } : new String[] { host };
	}

	private Use[] uses() {
		if (this.random.nextDouble() >= this.boundShare) {
			return new Use[0];
		}
		return switch (this.random.nextInt(10)) {
			case 0 -> new Use[] { Use.BM };
			case 1 -> new Use[] { Use.CLB, Use.CDN };
			case 2, 3, 4 -> new Use[] { Use.CDN };
			default -> new Use[] { Use.CLB };
		};
	}

	private String alias(String service, String site) {
		if (this.random.nextInt(5) == 0) {
			return "";
		}
		return Character.toUpperCase(service.charAt(0)) + service.substring(1) + ", " + site;
	}

}
