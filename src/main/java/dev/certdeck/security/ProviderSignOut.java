package dev.certdeck.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;

/**
 * Leads whoever signed out to the provider, so that it ends its session too, unless it
 * does not answer.
 */
class ProviderSignOut extends OidcClientInitiatedLogoutSuccessHandler {

	private static final Log logger = LogFactory.getLog(ProviderSignOut.class);

	private final Provider provider;

	ProviderSignOut(Provider provider) {
		super(provider);
		this.provider = provider;
		setDefaultTargetUrl(AccessController.SIGNED_OUT);
		setPostLogoutRedirectUri("{baseUrl}" + AccessController.SIGNED_OUT);
	}

	@Override
	protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		try {
			if (authentication != null) {
				this.provider.ask();
			}
			return super.determineTargetUrl(request, response, authentication);
		}
		catch (ProviderException ex) {
			logger.warn("Signed out of Certdeck alone: " + ex.getMessage());
			return AccessController.SIGNED_OUT + "?alone";
		}
	}

}
