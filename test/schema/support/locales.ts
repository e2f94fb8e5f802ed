/** Every locale that the settings of a spreadsheet offer, and some that only a script can set. */
export const OFFERED =
  'es_AR hy_AM en_AU az_AZ be_BY es_BO pt_BR bg_BG en_CA fr_CA es_CL zh_CN es_CO hr_HR cs_CZ da_DK es_EC ar_EG fi_FI ' +
  'fr_FR ka_GE de_DE el_GR zh_HK hu_HU en_IN bn_IN gu_IN kn_IN ml_IN mr_IN pa_IN ta_IN te_IN in_ID id_ID en_IE iw_IL ' +
  'he_IL it_IT ja_JP kk_KZ lv_LV lt_LT es_MX mn_MN my_MM nl_NL nb_NO no_NO nn_NO es_PY en_PH fil_PH pl_PL pt_PT ro_RO ' +
  'ru_RU sr_RS sk_SK sl_SI ko_KR es_ES ca_ES sv_SE de_CH zh_TW th_TH tr_TR uk_UA en_GB cy_GB en_US es_UY es_VE vi_VN ' +
  'af_ZA en_ZA gl_ES eu_ES uz_UZ lo_LA hi_IN de_AT de_LI fr_CH it_CH fr_BE nl_BE et_EE is_IS fa_IR ur_PK sw_KE zu_ZA';
