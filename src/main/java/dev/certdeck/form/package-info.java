/**
 * What is let in of what people send: which addresses take a form, who is waited for, how
 * many forms are in work at a time, and how slowly one may come.
 */
@NullMarked
@ApplicationModule(displayName = "Form", allowedDependencies = "web")
package dev.certdeck.form;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
