package dev.certdeck;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Keeps the walls between the rooms.
 */
class ModularityTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.certdeck");

	@Test
	void roomsKnowOnlyWhomTheyMay() {
		ApplicationModules.of(Application.class).verify();
	}

	@Test
	void nothingKnowsTheSandbox() {
		check(ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage("dev.certdeck.sandbox..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.certdeck.sandbox.."));
	}

	@Test
	void onlyTheRoomsThatTalkToTheCloudAndToTheProviderHaveAnHttpClient() {
		check(ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("dev.certdeck.tencent..", "dev.certdeck.security..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web.reactive..", "reactor..", "java.net.http..",
					"org.springframework.web.client..", "org.springframework.http.client.."));
	}

	@Test
	void onlyPkiAndSandboxUseBouncyCastle() {
		check(ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("dev.certdeck.pki..", "dev.certdeck.sandbox..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.bouncycastle.."));
	}

	@Test
	void signingIsPure() {
		check(ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("dev.certdeck.tencent.signing..")
			.and()
			.haveNameNotMatching(".*package-info")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.certdeck.tencent.signing..", "java..", "javax.crypto..", "org.jspecify.."));
	}

	@Test
	void domainIsPlainJava() {
		check(ArchRuleDefinition.classes()
			.that()
			.resideInAPackage("dev.certdeck.certificate..")
			.and()
			.haveNameNotMatching(".*package-info")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("dev.certdeck.certificate..", "java..", "org.jspecify.."));
	}

	@Test
	void controllersAreForTheirRoomAlone() {
		check(ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(ControllerAdvice.class)
			.should()
			.bePackagePrivate());
	}

	@Test
	void timeComesFromAClockThatIsGiven() {
		check(ArchRuleDefinition.noClasses()
			.that()
			.haveSimpleNameNotEndingWith("Configuration")
			.and()
			.haveNameNotMatching("dev\\.certdeck\\.sandbox\\.Sandbox(Starter)?")
			.should()
			.callCodeUnitWhere(DescribedPredicate.<JavaCall<?>>describe("it reads the machine's clock",
					(call) -> readsTheClock(call.getTarget()))));
	}

	private static boolean readsTheClock(AccessTarget target) {
		String name = target.getName();
		if (target.getOwner().isEquivalentTo(Clock.class)) {
			return name.startsWith("system");
		}
		if (target.getOwner().isEquivalentTo(System.class)) {
			return name.equals("currentTimeMillis");
		}
		if (target.getOwner().isEquivalentTo(Date.class)) {
			return target.getFullName().endsWith("<init>()");
		}
		return name.equals("now") && target.getFullName().endsWith("now()")
				&& Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
					.stream()
					.anyMatch((type) -> target.getOwner().isEquivalentTo(type));
	}

	private static void check(ArchRule rule) {
		rule.check(CLASSES);
	}

}
