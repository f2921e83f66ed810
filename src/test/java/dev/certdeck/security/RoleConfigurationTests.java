package dev.certdeck.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.http.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the groups that give roles are written: one value is one group.
 */
class RoleConfigurationTests {

	private static final String OPERATOR = "certdeck.sso.roles.operator";

	private static final String DN = "CN=Cert Ops,OU=Groups,DC=corp";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(RoleConfiguration.class);

	@ParameterizedTest
	@ValueSource(strings = { DN, "cn=cert ops, ou=groups, dc=corp", "CN=Ops\\, Cert,OU=Groups,DC=corp",
			"CN=\"Ops, Cert\",OU=Groups,DC=corp", "ou=ops,ou=groups,o=Example\\, Inc.", "gidNumber=5+cn=ops,dc=corp",
			"staff", "/team/certs", "team=ops", "Ops (Berlin)" })
	void valueIsOneGroup(String group) {
		assertGroups(this.runner.withPropertyValues(OPERATOR + "=" + group), group);
		assertGroups(environment("CERTDECK_SSO_ROLES_OPERATOR=" + group), group);
		assertGroups(yaml("operator: '%s'".formatted(group)), group);
	}

	@Test
	void severalGroupsAreAList() {
		String[] groups = { DN, "Ops, Berlin", "a,b", "staff" };
		assertGroups(environment("CERTDECK_SSO_ROLES_OPERATOR_0=" + DN, "CERTDECK_SSO_ROLES_OPERATOR_1=Ops, Berlin",
				"CERTDECK_SSO_ROLES_OPERATOR_2=a,b", "CERTDECK_SSO_ROLES_OPERATOR_3=staff"), groups);
		assertGroups(this.runner.withPropertyValues(OPERATOR + "[0]=" + DN, OPERATOR + "[1]=Ops, Berlin",
				OPERATOR + "[2]=a,b", OPERATOR + "[3]=staff"), groups);
		assertGroups(yaml("operator: ['%s', 'Ops, Berlin', 'a,b', staff]".formatted(DN)), groups);
	}

	@Test
	void sourceOfHigherPrecedenceCountsAlone() {
		assertGroups(yaml("operator: [a, b]").withPropertyValues(OPERATOR + "=" + DN), DN);
		assertGroups(yaml("operator: a").withPropertyValues(OPERATOR + "[0]=b", OPERATOR + "[1]=c"), "b", "c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t" })
	void blankValueIsNoGroup(String blank) {
		assertGroups(this.runner.withPropertyValues(OPERATOR + "=" + blank));
		assertGroups(this.runner.withPropertyValues(OPERATOR + "[0]=" + blank, OPERATOR + "[1]= staff "), "staff");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CN=Cert Ops", "OU=Groups", " dc = corp", "DC=corp,DC=example", "OU=Groups+L=Berlin",
			"CN=Ops\\", "CN=Ops,", "CN=Ops,Cert,OU=Groups,DC=corp", "uid=robin",
			"CN=A,OU=G,DC=corp,CN=B,OU=G,DC=corp" })
	void partOfADistinguishedNameStopsTheStart(String part) {
		assertStopped(this.runner.withPropertyValues(OPERATOR + "=" + part), part.strip());
		assertStopped(this.runner.withPropertyValues(OPERATOR + "[0]=staff", OPERATOR + "[1]=" + part), part.strip());
	}

	@Test
	void nameThatYamlSplitsAtItsCommasStopsTheStart() {
		assertStopped(yaml("operator: [%s]".formatted(DN)), "CN=Cert Ops");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a,b
			a, b
			Ops, Berlin
			team=a,b
			,a
			CN=A,OU=G,DC=corp,staff
			""")
	void singleValueThatMayBeOneGroupOrSeveralStopsTheStart(String value) {
		assertStopped(this.runner.withPropertyValues(OPERATOR + "=" + value), value);
		assertStopped(environment("CERTDECK_SSO_ROLES_OPERATOR=" + value), value);
	}

	@ParameterizedTest
	@CsvSource({ "' ', a b", "',', 'a, b'", "', ', 'a, b'" })
	void delimiterMayBeABlank(String delimiter, String text) {
		environment("CERTDECK_SSO_GROUPS_DELIMITER=" + delimiter, "CERTDECK_SSO_ROLES_ADMIN=b")
			.run((context) -> assertThat(context.getBean(GroupRoles.class).roles(Map.of("groups", text)))
				.containsExactly(Role.ADMIN));
	}

	@Test
	void unknownRoleStopsTheStart() {
		this.runner.withPropertyValues("certdeck.sso.roles.operators=staff")
			.run((context) -> assertThat(context).hasFailed());
	}

	private ApplicationContextRunner environment(String... variables) {
		Map<String, Object> values = Stream.of(variables)
			.map((variable) -> variable.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		return with(new SystemEnvironmentPropertySource(name, values));
	}

	private ApplicationContextRunner yaml(String line) {
		try {
			String text = "certdeck.sso.roles:\n  " + line;
			return with(new YamlPropertySourceLoader()
				.load("yaml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
				.get(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ApplicationContextRunner with(PropertySource<?> source) {
		return this.runner.withInitializer((context) -> {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			if (sources.contains(source.getName())) {
				sources.replace(source.getName(), source);
			}
			else {
				sources.addLast(source);
			}
		});
	}

	private static void assertGroups(ApplicationContextRunner runner, String... groups) {
		runner
			.run((context) -> assertThat(context.getBean(GroupRoles.class).known()).containsExactlyInAnyOrder(groups));
	}

	private static void assertStopped(ApplicationContextRunner runner, String value) {
		runner.run((context) -> assertThat(context.getStartupFailure()).rootCause()
			.isInstanceOf(InvalidSettingException.class)
			.message()
			.startsWith("certdeck.sso.roles.operator is '" + value + "', "));
	}

}
