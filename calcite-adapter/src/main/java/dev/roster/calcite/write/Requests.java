package dev.roster.calcite.write;

import dev.roster.calcite.error.SqlStateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution sent, or in a dry run would have sent.
 *
 * @param all how many requests there were to send
 * @param answered how many of them were answered with a success
 * @param failure the failure of the first that was not; null if none failed
 * @param end why the rest was not sent; null if nothing ended the statement
 * @param shown in a dry run the requests; else none
 */
record Requests(
    int all,
    int answered,
    @Nullable SqlStateException failure,
    @Nullable SqlStateException end,
    List<ShownRequest> shown) {}
