package dev.roster.jdbc.metadata;

import java.sql.Connection;
import java.sql.SQLException;

/** What names are like, and what they can be qualified with: schemas, and no catalogs. */
abstract class NamesAndSchemas extends Limits {

  NamesAndSchemas(Connection connection) {
    super(connection);
  }

  // Names are found in any case, quoted or not, and shown as they are written.

  @Override
  public boolean supportsMixedCaseIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsMixedCaseQuotedIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean storesUpperCaseIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean storesLowerCaseIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean storesUpperCaseQuotedIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean storesLowerCaseQuotedIdentifiers() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean storesMixedCaseIdentifiers() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean storesMixedCaseQuotedIdentifiers() throws SQLException {
    return answer(true);
  }

  @Override
  public String getIdentifierQuoteString() throws SQLException {
    return answer("\"");
  }

  @Override
  public String getExtraNameCharacters() throws SQLException {
    return answer("$");
  }

  @Override
  public String getSearchStringEscape() throws SQLException {
    return answer(NamePattern.ESCAPE);
  }

  // Wherever a table can be named, its schema can stand before it. That includes statements that
  // Roster does not have: tools ask for these to learn whether there are schemas at all.

  @Override
  public boolean supportsSchemasInDataManipulation() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSchemasInProcedureCalls() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSchemasInTableDefinitions() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSchemasInIndexDefinitions() throws SQLException {
    return answer(true);
  }

  @Override
  public boolean supportsSchemasInPrivilegeDefinitions() throws SQLException {
    return answer(true);
  }

  @Override
  public String getSchemaTerm() throws SQLException {
    return answer("schema");
  }

  @Override
  public String getProcedureTerm() throws SQLException {
    return answer("procedure");
  }

  // There are no catalogs, so there is no word for them either.

  @Override
  public boolean supportsCatalogsInDataManipulation() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsCatalogsInProcedureCalls() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsCatalogsInTableDefinitions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsCatalogsInIndexDefinitions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean supportsCatalogsInPrivilegeDefinitions() throws SQLException {
    return answer(false);
  }

  @Override
  public boolean isCatalogAtStart() throws SQLException {
    return answer(false);
  }

  @Override
  public String getCatalogTerm() throws SQLException {
    return answer("");
  }

  @Override
  public String getCatalogSeparator() throws SQLException {
    return answer("");
  }
}
