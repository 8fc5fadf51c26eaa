/*
 * SMIv1 and SMIv2 as devices' vendors write them: clauses in any order, surplus commas allowed. The
 * rules are entered one by one (header, imports, definition), so that a fault costs one definition.
 */
parser grammar SmiParser;

options {
  tokenVocab = SmiLexer;
}

header
  : NAME oid? DEFINITIONS ASSIGN BEGIN
  ;

exports
  : EXPORTS ~SEMICOLON* SEMICOLON
  ;

imports
  : IMPORTS importGroup* SEMICOLON
  ;

importGroup
  : symbol (COMMA symbol)* COMMA? FROM NAME oid?
  ;

symbol
  : NAME
  | macroName
  | TEXTUAL_CONVENTION
  | INTEGER
  | BITS
  ;

definition
  : symbol MACRO MACRO_END # macroDefinition
  | NAME ASSIGN TEXTUAL_CONVENTION clause* # conventionDefinition
  | NAME ASSIGN type # typeDefinition
  | NAME OBJECT IDENTIFIER ASSIGN oid # oidDefinition
  | NAME macroName clause* ASSIGN (oid | NUMBER) # objectDefinition
  ;

macroName
  : AGENT_CAPABILITIES
  | MODULE_COMPLIANCE
  | MODULE_IDENTITY
  | NOTIFICATION_GROUP
  | NOTIFICATION_TYPE
  | OBJECT_GROUP
  | OBJECT_IDENTITY
  | OBJECT_TYPE
  | TRAP_TYPE
  ;

clause
  : SYNTAX type # syntaxClause
  | WRITE_SYNTAX type # otherClause
  | UNITS TEXT # unitsClause
  | DISPLAY_HINT TEXT # hintClause
  | LAST_UPDATED TEXT # updatedClause
  | (DESCRIPTION | REFERENCE | ORGANIZATION | CONTACT_INFO | REVISION | PRODUCT_RELEASE) TEXT # otherClause
  | (ACCESS | MAX_ACCESS) NAME # accessClause
  | (MIN_ACCESS | STATUS) NAME # otherClause
  | INDEX LBRACE indexPart (COMMA indexPart)* COMMA? RBRACE # indexClause
  | AUGMENTS LBRACE NAME RBRACE # augmentsClause
  | DEFVAL braces # otherClause
  | (OBJECTS | VARIABLES) nameList # objectsClause
  | (NOTIFICATIONS | MANDATORY_GROUPS | INCLUDES | CREATION_REQUIRES) nameList # otherClause
  | ENTERPRISE (NAME | oid) # enterpriseClause
  | MODULE (NAME oid?)? # otherClause
  | (GROUP | OBJECT | SUPPORTS | VARIATION) NAME # otherClause
  ;

nameList
  : LBRACE (NAME (COMMA NAME)* COMMA?)? RBRACE
  ;

braces
  : LBRACE (braces | ~(LBRACE | RBRACE))* RBRACE
  ;

indexPart
  : IMPLIED? type
  ;

oid
  : LBRACE oidPart+ RBRACE
  ;

oidPart
  : NUMBER
  | NAME (LPAREN NUMBER RPAREN)?
  | NAME DOT NAME
  ;

type
  : (LBRACKET NAME NUMBER RBRACKET)? IMPLICIT? plainType (numbers | constraint)?
  | SEQUENCE OF NAME constraint?
  | SEQUENCE LBRACE field (COMMA field)* COMMA? RBRACE
  | CHOICE LBRACE field (COMMA field)* COMMA? RBRACE
  ;

plainType
  : INTEGER
  | BITS
  | OCTET STRING
  | OBJECT IDENTIFIER
  | NAME (DOT NAME)?
  ;

field
  : NAME type
  ;

numbers
  : LBRACE number (COMMA number)* COMMA? RBRACE
  ;

number
  : NAME LPAREN value RPAREN
  ;

constraint
  : LPAREN SIZE LPAREN span (BAR span)* RPAREN RPAREN
  | LPAREN span (BAR span)* RPAREN
  ;

span
  : value (RANGE value)?
  ;

value
  : NUMBER
  | BASED_NUMBER
  | NAME
  ;
