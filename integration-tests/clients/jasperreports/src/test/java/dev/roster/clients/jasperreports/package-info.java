/** JasperReports on the driver jar alone. */
@NullMarked
package dev.roster.clients.jasperreports;

import org.jspecify.annotations.NullMarked;
