package dev.roster.sandbox;

/** One customer of the three providers. Tenants share nothing but the clock and the settings. */
record Tenant(
    String name,
    LinkedApiWorkspace linkedapi,
    ConnectSafelyWorkspace connectsafely,
    PostpressWorkspace postpress) {}
