package dev.roster.jdbc.metadata;

/**
 * What the metadata tell of the product and its driver, which have one version.
 *
 * @param name the product's name
 * @param driver the driver's name
 * @param version the version, such as {@code 0.1.0-SNAPSHOT}
 * @param major the version's first number
 * @param minor the version's second number
 */
public record Product(String name, String driver, String version, int major, int minor) {}
