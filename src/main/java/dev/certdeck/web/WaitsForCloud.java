package dev.certdeck.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that may wait for the cloud. The number of its concurrent requests is
 * limited, so that a slow cloud does not take the threads of other pages.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WaitsForCloud {

	/**
	 * Returns how many requests are handled at a time.
	 * @return the number
	 */
	int atATime() default 8;

	/**
	 * Tells whether the handler works without the cloud. If not, further requests are
	 * answered with 503.
	 * @return {@code true} if further requests are handled too, with the attribute
	 * {@value CloudWaits#FULL} of the request set to {@code true}
	 */
	boolean optional() default false;

}
