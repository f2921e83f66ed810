package dev.certdeck.security;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;

/**
 * Configures roles.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SsoProperties.class)
class RoleConfiguration {

	@Bean
	GroupRoles groupRoles(SsoProperties properties) {
		return new GroupRoles(new GroupsClaim(properties.groupsClaim(), properties.groupsDelimiter()),
				properties.groups());
	}

	@Bean
	@ConfigurationPropertiesBinding
	static GroupConverter groupConverter() {
		return new GroupConverter();
	}

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(Role.ADMIN.name())
			.implies(Role.OPERATOR.name())
			.role(Role.OPERATOR.name())
			.implies(Role.VIEWER.name())
			.build();
	}

}
