package dev.homeport.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that gets where the server answers, {@code http://127.0.0.1:49342}: a {@link
 * java.net.URI} or a {@link String}. Not by type alone, for a parameterized test has such arguments
 * of its own.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface HomeportUrl {}
