package dev.certdeck.security;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The pages about access: denied, signed out, sign-in failed.
 */
@Controller
class AccessController {

	private final GroupRoles groupRoles;

	AccessController(GroupRoles groupRoles) {
		this.groupRoles = groupRoles;
	}

	@RequestMapping("/denied")
	@ResponseStatus(HttpStatus.FORBIDDEN)
	String denied(HttpServletRequest request, @Nullable Authentication authentication, Model model) {
		if (authentication == null || request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
			return "security/expired";
		}
		if (hasRole(authentication)) {
			return "security/denied";
		}
		model.addAttribute("groups", this.groupRoles.known());
		return "security/no-role";
	}

	@GetMapping("/signed-out")
	String signedOut() {
		return "security/signed-out";
	}

	@GetMapping("/sign-in-failed")
	@ResponseStatus(HttpStatus.UNAUTHORIZED)
	String signInFailed() {
		return "security/sign-in-failed";
	}

	private static boolean hasRole(Authentication authentication) {
		List<String> roles = Stream.of(Role.values()).map(Role::authority).map(GrantedAuthority::getAuthority).toList();
		return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(roles::contains);
	}

}
