namespace Lintel.Understanding;

/// <summary>Areas of Hong Kong Island: one per line, indentation is the parent, the canonical name first, then its other names.</summary>
/// <remarks>Names as the MTR and the Rating and Valuation Department write them. The marks are explained at <see cref="AreaTree"/>.</remarks>
internal static class HongKongIsland
{
    internal const string Areas = """
        Hong Kong Island | HK Island | HKI | HK side | Hong Kong side | Island side | 香港島 | 港島 | 港島區
          Central and Western District | Central and Western | Central & Western | Central & Western District | 中西區
            Western District | 西區
              Kennedy Town | K Town | Sai Wan | 堅尼地城 | 堅城 | 西環
                The Merton | Merton | 泓都
                Manhattan Heights | 高逸華軒
                Cayman Rise | 加惠臺
                Novum West | 翰林峰
              HKU | HKU Station | The University of Hong Kong | University of Hong Kong | 香港大學 | 港大 | 香港大學站 | 港大站
              Shek Tong Tsui | 石塘咀 | 石塘嘴
                The Belcher's | Belchers | 寶翠園
                Kong Chian Tower | 港灣大廈
                One South Lane | 南里壹號
                The Westwood | 西寶城
              Sai Ying Pun | SYP | 西營盤
                Island Crest | 縉城峰
                Connaught Garden | 高樂花園
                Kwan Yick Building | 均益大廈
                Bohemian House | 瑧璈
                One Artlane | 藝里坊
                Island Residence | 維壹
                Western Garden | 西園
            Sheung Wan | 上環
              Queen's Terrace | 帝后華庭
              Hollywood Terrace | 荷李活華庭
              CentreStage | 聚賢居
              Tai Ping Shan | 太平山街
              Po Hing Fong | 普慶坊
            ?Central | 中環
              Soho | 蘇豪 | 蘇豪區 | 中環蘇豪
              Lan Kwai Fong | LKF | 蘭桂坊
              Gramercy | 瑧環
              My Central | 盈峰一號
            ?Admiralty | 金鐘
              Pacific Place Apartments | 太古廣場柏舍
            Mid-Levels | Mid Level | 半山 | 半山區
              Mid-Levels West | West Mid-Levels | Western Mid-Levels | West Mid Level | 西半山 | 西半山區 | 半山西
                Robinson Place | 雍景臺
                Scenecliff | 承德山莊
                Elegant Terrace | 慧明苑
                Casa Bella | 寶華軒
                Goldwin Heights | 高雲臺
                Park Rise | 嘉苑
                Palatial Crest | 輝煌豪園
                Scholastic Garden | 俊傑花園
                Honor Villa | 翰庭軒
                Arezzo | 瀚然
                Blessings Garden | 殷樺花園
                Cluny Park | 巘峰
                Alassio | 殷然
                Euston Court | 豫苑
                Ying Piu Mansion | 應彪大廈
              Mid-Levels Central | Central Mid-Levels | Central Mid Level | 中半山 | 中環半山 | 半山中
                Dynasty Court | 帝景園
                Tregunter | 地利根德閣
                Century Tower | 世紀大廈
                Estoril Court | 愛都大廈
                Clovelly Court | 嘉富麗苑
                Branksome Crest | 蘭心閣
                Garden Terrace | 花園臺
                Kennedy Park At Central | 君珀
                Magazine Heights | 嘉賢大廈
              Mid-Levels East | East Mid-Levels | Eastern Mid-Levels | 東半山 | 半山東
                Bamboo Grove | 竹林苑
                Bowen Place | 寶雲閣
                The Oakhill | Oakhill | 萃峯
                Regent On The Park | 御花園
                Grand Bowen | 寶雲殿
            The Peak | ?Peak | Victoria Peak | 山頂 | 太平山頂
              Mount Nicholson | Mt Nicholson | 聶歌信山
              Severn Road | 施勳道
              Mount Austin | Mt Austin | 柯士甸山
              Plantation Road | 種植道
              Barker Road | 白加道
              Mount Kellett | Mt Kellett | 加列山
          Wan Chai District
            Wan Chai | 灣仔 | 灣仔區
              The Zenith | 尚翹峰
              J Residence | 嘉薈軒
              Star Street | 星街
              Starcrest | 星域軒
              York Place | 御匯
              ?The Avenue | 囍匯 | 囍滙
              One Wanchai | 壹環
              Convention Plaza Apartments | 會景閣
              Southorn Garden | 修頓花園
              Exhibition Centre | 會展
            Causeway Bay | CWB | 銅鑼灣
              Fashion Walk | 名店坊
              Park Towers | 柏景臺
              Victoria Centre | 維多利中心
              Riviera Mansion | 海殿大廈
              Hoi Kung Court | 海宮大廈
              Lee Garden | 利園
              So Kon Po | 掃桿埔
            Happy Valley | ~HV | 跑馬地
              The Leighton Hill | Leighton Hill | 禮頓山
              Broadwood Twelve | 樂天峰
              Villa Rocha | 樂翠臺
              Beverly Hill | 比華利山
              The Altitude | 紀雲峰
              Winfield Building | 雲暉大廈
              Champion Court | 蟾宮大廈
            Tai Hang | 大坑
              ?The Legend | 名門
              Ronsdale Garden | 龍華花園
              The Pavilia Hill | Pavilia Hill | 柏傲山
              Warrenwoods | 尚巒
              Illumination Terrace | 光明臺
              Swiss Towers | 瑞士花園
            Jardine's Lookout | 渣甸山
              Cavendish Heights | 嘉雲臺
              Olympian Mansion | 世運大廈
              Hong Kong Parkview | HK Parkview | Parkview | 陽明山莊
            Stubbs Road | 司徒拔道
              Highcliff | 曉廬
              The Colonnade | 嘉崙臺
          Eastern District | Eastern side of HK Island | 東區 | 港島東區 | 港島東 | Island East
            Tin Hau | 天后
              Park Place | 雅景臺
              Victoria Court | 維景臺
              Dragon Court | 金龍大廈
            North Point | ~NP | 北角
              Fortress Hill | 炮台山 | 炮臺山 | 砲台山 | 砲臺山
                Fortress Metro Tower | 富澤花園
              Provident Centre | 和富中心
              Island Place | 港運城
              Harbour Heights | 海峰園
              City Garden | 城市花園
              Bedford Gardens | 百福花園
              Healthy Gardens | Healthy Village | 健威花園
              Victoria Harbour | 海璇
              Fleur Pavilia | 柏蔚山
              Braemar Hill Mansions | 賽西湖大廈
              Braemar Hill | 寶馬山
              Tanner Garden | 丹拿花園 | 丹拿山
              North Point Estate | 北角邨
              Cloud View Road | 雲景道
            Quarry Bay | ~QB | 鰂魚涌 | 鰂涌 | 鰂魚湧 | 側魚涌
              Tai Koo | 太古 | 太古坊 | Taikoo Place
                Tai Koo Shing | TKS | 太古城 | 太古城中心 | Cityplaza
                Kornhill | 康怡花園 | 康怡
                Kornhill Gardens | 康山花園
                Mount Parker Residences | Mt Parker Residences | 西灣臺1號
              Nan Fung Sun Chuen | Nam Fung Sun Chuen | 南豐新邨 | 南豐新村
              Royal Terrace | 御皇臺
              The Orchards | 逸樺園
              Parkvale
            Sai Wan Ho | SWH | 西灣河
              Lei King Wan | 鯉景灣
              Grand Promenade | 嘉亨灣
              Les Saisons | 逸濤灣
              Felicity Garden | 福樂花園
            Shau Kei Wan | Shaukiwan | SKW | 筲箕灣
              The Floridian | 逸意居
              Tai On Building | 太安樓
              Eastway Towers | 東威大廈
              Aldrich Garden | 愛蝶灣
              Oi Tung Estate | 愛東邨
              Yiu Tung Estate | 耀東邨
            Chai Wan | 柴灣
              Siu Sai Wan | 小西灣
                Island Resort | 藍灣半島
                Cheerful Garden | 富怡花園
                Harmony Garden | 富景花園
              Heng Fa Chuen | Heng Fa Tsuen | HFC | 杏花邨 | 杏花村
              New Jade Garden | 新翠花園
              Hing Wah Estate | 興華邨
          Southern District | Southside | Island South | 南區 | 港島南 | 港島南區
            Pok Fu Lam | PFL | 薄扶林
              Chi Fu Fa Yuen | Chi Fu | 置富花園 | 置富
              Baguio Villa | 碧瑤灣
              Pokfulam Gardens | 薄扶林花園
              Scenic Villas | 美景臺
              Wah Fu Estate | Wah Fu | 華富邨 | 華富
              Cyberport | 數碼港
                Residence Bel-Air | Bel-Air | Bel Air On The Peak | 貝沙灣
            ?Aberdeen | 香港仔
              Aberdeen Centre | 香港仔中心
              Bayshore Apartments | 深灣軒
              Marinella | 深灣9號 | 深灣九號
              Tin Wan | 田灣
            Wong Chuk Hang | WCH | 黃竹坑 | 港島南岸
              Southland | 晉環
              La Marina | 揚海
              Deep Water Pavilia | 滶晨
              La Montagne | 凱玥
              Blue Coast | 海盈山
            Ap Lei Chau | Ap Lei Chow | 鴨脷洲 | 鴨利洲
              South Horizons | 海怡半島 | 海怡
              Lei Tung | Lei Tung Estate | 利東 | 利東邨
            Ocean Park | 海洋公園
            Shouson Hill | 壽臣山
            Deep Water Bay | DWB | 深水灣
            Repulse Bay | ~RB | 淺水灣
              Ruby Court | 嘉麟閣
            Chung Hom Kok | 舂坎角 | 春坎角
            ?Stanley | Stanley Village | 赤柱
              Stanley Plaza | 赤柱廣場
              Stanley Court | 海灣園
              Pacific View | 浪琴園
              Red Hill Peninsula | 紅山半島
            Tai Tam | 大潭
            Shek O | 石澳
            Big Wave Bay | 大浪灣
        """;
}
