package dev.roster.clients.mybatis;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.StatementType;

/** What the tests ask of Roster by MyBatis. */
interface AccountMapper {

  /** An account, with the moment it was connected at. */
  record Account(String id, String name, LocalDateTime connectedAt) {}

  /** The row of a reparse. */
  record Reparse(String accountId, String workflowId) {}

  @Select("select id, name, connected_at from linkedapi.accounts where status = #{s} order by id")
  @ConstructorArgs({
    @Arg(column = "id", javaType = String.class),
    @Arg(column = "name", javaType = String.class),
    @Arg(column = "connected_at", javaType = LocalDateTime.class)
  })
  List<Account> withStatus(@Param("s") String status);

  @Select("select count(*) from linkedapi.accounts where connected_at < #{time}")
  int connectedBefore(@Param("time") OffsetDateTime time);

  @Select({
    "<script>select display_name from postpress.own_profile where account_id in",
    "<foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach>",
    "order by account_id</script>"
  })
  List<String> displayNames(@Param("ids") List<String> ids);

  @Select("{call linkedapi.reparse_account_info(#{id})}")
  @Options(statementType = StatementType.CALLABLE)
  @ConstructorArgs({
    @Arg(column = "account_id", javaType = String.class),
    @Arg(column = "workflow_id", javaType = String.class)
  })
  Reparse reparse(@Param("id") String id);

  @Select("select id from linkedapi.accounts")
  @Options(timeout = 1)
  List<String> idsWithinASecond();
}
