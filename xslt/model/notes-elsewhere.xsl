<?xml version="1.0" encoding="UTF-8"?>
<!-- Before the first step: notes that stand beside the text, and the notes of annotations, are put to
     what they are about (TEI P5 16.10, att.targeting). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:v="urn:variorum:model"
    exclude-result-prefixes="#all">

  <!-- the notes by the last of what they are about -->
  <xsl:key name="v:note-elsewhere" use="v:last-of-targets(.)" match="
      tei:standOff//(tei:standOff | tei:noteGrp | tei:listAnnotation | tei:annotation)/tei:note | tei:standOff/tei:note"/>

  <xsl:function name="v:last-of-targets" as="xs:string?">
    <xsl:param name="note" as="element(tei:note)"/>
    <xsl:variable name="about" as="element()" select="($note[@target], $note/parent::tei:annotation, $note)[1]"/>
    <xsl:sequence select="v:pointed(tokenize(string-join($about/(@target, @targetEnd), ' '))[last()])"/>
  </xsl:function>

  <xsl:function name="v:with-notes-elsewhere" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document[empty(tei:TEI/tei:standOff//tei:note)]"/>
    <xsl:apply-templates select="$document[tei:TEI/tei:standOff//tei:note]" mode="notes-elsewhere"/>
  </xsl:function>

  <!-- 1  a note stands after what it is about; of a block at its end, of a division at the end of its
          heading, of a row at the end of its last cell
       2  it no longer stands beside the text
       3  everything else stays -->
  <xsl:mode name="notes-elsewhere" on-no-match="shallow-copy"/>

  <xsl:template match="/" mode="notes-elsewhere" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="#current"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="tei:text//tei:*[@xml:id or parent::*/@xml:id]" mode="notes-elsewhere" as="element()+">
    <xsl:variable name="own" as="element(tei:note)*" select="v:notes-about(.)"/>
    <xsl:variable name="within" as="xs:boolean" select="v:takes-notes(.)"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
      <xsl:sequence select="$own[$within], ..[v:holder-of-notes(.) is current()] ! v:notes-about(.)"/>
    </xsl:copy>
    <xsl:sequence select="$own[not($within)][empty(v:holder-of-notes(current()))]"/>
  </xsl:template>

  <xsl:template match="tei:standOff//tei:note[v:last-of-targets(.) ! key('v:id', .)/ancestor::tei:text]" mode="notes-elsewhere"
      as="empty-sequence()"/>

  <!-- the part of an element at the end of which the notes about it stand -->
  <xsl:function name="v:holder-of-notes" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[not(v:takes-notes(.))]/(if (self::tei:row) then tei:cell[last()] else tei:head[1])"/>
  </xsl:function>

  <xsl:function name="v:notes-about" as="element(tei:note)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/@xml:id[key('v:id', .)[ancestor::tei:text][1] is $element] ! key('v:note-elsewhere', ., root($element))"/>
  </xsl:function>

  <!-- whether a note can stand at the end of an element, beside its words -->
  <xsl:function name="v:takes-notes" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = ('p', 'ab', 'l', 'head', 'item', 'cell', 'label', 'u', 'speaker', 'stage', 'front', 'body', 'back')"/>
  </xsl:function>
</xsl:stylesheet>
