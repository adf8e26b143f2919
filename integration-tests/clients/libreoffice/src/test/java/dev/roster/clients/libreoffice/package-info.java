/** LibreOffice Base on the driver jar alone. */
@NullMarked
package dev.roster.clients.libreoffice;

import org.jspecify.annotations.NullMarked;
