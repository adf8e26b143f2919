/** MyBatis on the driver jar alone. */
@NullMarked
package dev.roster.clients.mybatis;

import org.jspecify.annotations.NullMarked;
