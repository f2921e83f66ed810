package dev.certdeck.security;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Redirects to the provider after a sign-out, so that its session ends too, unless it
 * does not answer.
 */
class ProviderSignOut extends OidcClientInitiatedLogoutSuccessHandler {

	private static final Log logger = LogFactory.getLog(ProviderSignOut.class);

	/**
	 * Longest redirect, in characters: proxies take the whole head of an answer only up
	 * to 4 or 8 kB, and the other headers need their room.
	 */
	private static final int LONGEST = 2500;

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
			String target = super.determineTargetUrl(request, response, authentication);
			return (target.length() <= LONGEST) ? target : withoutToken(target);
		}
		catch (ProviderException ex) {
			logger.warn("Signed out of Certdeck alone: " + ex.getMessage());
			return AccessController.SIGNED_OUT + "?alone";
		}
	}

	private String withoutToken(String target) {
		// The client id tells the provider, too, where it may redirect to.
		String client = this.provider.metadata().registration().getClientId();
		return UriComponentsBuilder.fromUriString(target)
			.replaceQueryParam("id_token_hint")
			.replaceQueryParam("client_id", UriUtils.encode(client, StandardCharsets.UTF_8))
			.build(true)
			.toUriString();
	}

}
