package dev.certdeck.security;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages about access: denied, signed out, sign-in failed.
 */
@Controller
class AccessController {

	static final String SIGNED_OUT = "/signed-out";

	/**
	 * The attribute of a request that holds the id by which its log lines are found.
	 */
	static final String REQUEST_ID = "requestId";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private final GroupRoles groupRoles;

	private final GroupsOverage overage;

	AccessController(GroupRoles groupRoles, GroupsOverage overage) {
		this.groupRoles = groupRoles;
		this.overage = overage;
	}

	@RequestMapping("/denied")
	@ResponseStatus(HttpStatus.FORBIDDEN)
	String denied(HttpServletRequest request, @Nullable Authentication authentication, Model model) {
		User user = User.of(authentication);
		if (authentication == null || user == null
				|| request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
			return "security/expired";
		}
		if (user.hasRole()) {
			return "security/denied";
		}
		model.addAttribute("groups", this.groupRoles.known());
		model.addAttribute("overage",
				authentication.getPrincipal() instanceof OidcUser person && this.overage.isIn(person.getClaims()));
		return "security/no-role";
	}

	@GetMapping(SIGNED_OUT)
	String signedOut(@RequestParam(required = false) @Nullable String alone, Model model) {
		model.addAttribute("alone", alone != null);
		return "security/signed-out";
	}

	@GetMapping("/sign-in-failed/{problem}")
	String signInFailed(@PathVariable String problem, @RequestParam(defaultValue = "") String request, Model model,
			HttpServletResponse response) {
		SignInProblem known = SignInProblem.named(problem)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		response.setStatus(known.status().value());
		model.addAttribute("problem", known.key());
		if (ID.matcher(request).matches()) {
			model.addAttribute(REQUEST_ID, request);
		}
		return "security/sign-in-failed";
	}

}
