package dev.roster.bindings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@code @Body} on a generated Retrofit method: the body is a {@link BracketParts}, sent as
 * {@code multipart/form-data} with nested names in brackets.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface BracketMultipart {}
